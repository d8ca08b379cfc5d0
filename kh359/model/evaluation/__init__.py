"""One scenario worked through: the stage that is shared, the run, the outlook of it."""
