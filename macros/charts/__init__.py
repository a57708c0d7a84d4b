"""Charts, drawn as SVG while the site is built: how far a weapon reaches, and how long an agreement lasted.

`scales` works out where things stand, `lives` and `claims` lay out the charts, and the templates beside them draw. The
colours are the site's CSS variables, so that one drawing serves the light scheme and the dark one.
"""

from macros.charts.claims import ranges
from macros.charts.lives import bar, life, scale
from macros.charts.years import years

__all__ = ["bar", "life", "ranges", "scale", "years"]
