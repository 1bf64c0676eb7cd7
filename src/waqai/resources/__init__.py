"""Load, validate and index ``waqai/data``. Only this room opens data files."""

from waqai.resources.load import DATA, compiled, data_files, fingerprint, read_tsv, read_yaml, settle

__all__ = ["DATA", "compiled", "data_files", "fingerprint", "read_tsv", "read_yaml", "settle"]
