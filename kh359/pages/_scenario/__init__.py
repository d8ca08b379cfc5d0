"""Parts of the page Kịch bản."""
