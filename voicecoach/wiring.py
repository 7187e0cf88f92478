"""Settings -> objects: the only module that names adapters."""
