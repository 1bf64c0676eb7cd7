"""The review desk: a web application over a store, for one person or a team."""
