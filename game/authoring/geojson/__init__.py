"""A map drawn from GeoJSON: areas to terrain, lines to rivers and roads, points to places.

`read_geojson` gives the features, `lay` lays them on hexes and tells what came of it before
anything is written; `map_text` is then the `map.yaml`. Needs shapely, the extra `geo`.
"""

from game.authoring.geojson.frame import Extent
from game.authoring.geojson.laying import Laid, lay
from game.authoring.geojson.reading import CannotImport, Feature, read_geojson
from game.authoring.geojson.tags import Tagging
from game.authoring.geojson.writing import map_text

__all__ = [
    "CannotImport", "Extent", "Feature", "Laid", "Tagging", "lay", "map_text", "read_geojson",
]  # fmt: skip
