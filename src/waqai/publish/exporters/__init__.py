"""Exporters: one file each, one line here. A new format is a module with an ``EXPORTER`` and its line in ``REGISTRY``."""

from waqai.publish.exporters.registry import REGISTRY, exporter

__all__ = ["REGISTRY", "exporter"]
