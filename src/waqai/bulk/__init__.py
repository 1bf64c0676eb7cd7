"""The same pipeline over archives: many processes or machines, one deterministic result."""
