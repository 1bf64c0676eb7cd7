"""The REST API of the desk, version 1."""
