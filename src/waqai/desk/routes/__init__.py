"""Routes of the pages: each module has ``ROUTES``, a list of ``(method, path, endpoint)``; ``access.py`` says who may."""
