"""Persona and case files, shipped with the package; docs/personas.md teaches how to write one."""
