"""Everything on screen: the theme, the widgets, the pages and their controllers."""
