-- An appeal may carry a point beside its address, and the county may have a map.

-- AlterTable
ALTER TABLE "Detail" ADD COLUMN     "lat" DOUBLE PRECISION,
ADD COLUMN     "lon" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "Installation" ADD COLUMN     "tileUrl" TEXT,
ADD COLUMN     "tileCredit" TEXT,
ADD COLUMN     "tileSystem" TEXT NOT NULL DEFAULT 'wgs84',
ADD COLUMN     "mapLat" DOUBLE PRECISION,
ADD COLUMN     "mapLon" DOUBLE PRECISION,
ADD COLUMN     "mapZoom" INTEGER;

-- What the schema language cannot say ------------------------------------------------

ALTER TABLE "Detail" ADD CONSTRAINT "Detail_point" CHECK (
  (lat IS NULL) = (lon IS NULL) AND lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180);
ALTER TABLE "Installation" ADD CONSTRAINT "Installation_map" CHECK (
  "tileSystem" IN ('wgs84', 'gcj02') AND ("tileUrl" IS NULL) = ("tileCredit" IS NULL)
  AND ("mapLat" IS NULL) = ("mapLon" IS NULL) AND "mapLat" BETWEEN -90 AND 90
  AND "mapLon" BETWEEN -180 AND 180 AND "mapZoom" BETWEEN 3 AND 18);
