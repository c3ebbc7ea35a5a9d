import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import * as leaflet from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { MapSetting } from '@/lib/installation/map-settings';
import { fromGcj, toGcj } from '@/lib/places/gcj';
import type { Outline } from '@/lib/places/outline';
import type { Point } from '@/lib/places/point';
import './map.css';

/** What /outlines answers. */
interface Outlines {
  type: 'FeatureCollection';
  features: { type: 'Feature'; properties: { name: string }; geometry: Outline }[];
}

interface DrawnMap {
  /** What lies under the crosshair. */
  centre(): Point;
  /** The place drawn around a point, by its name. */
  nameAt(point: Point): string | null;
  remove(): void;
}

interface MapTask {
  setting: MapSetting;
  /** Where it begins, nearer than usual; null: where maps of this county begin. */
  at: Point | null;
  /** Draws the point; else the map is moved under a crosshair. */
  mark: boolean;
  words: { zoomIn: string; zoomOut: string };
  onMove(): void;
}

const closeZoom = 16;
const usualZoom = 13;
/** Pixels an arrow key moves by: fine enough to meet a house at the closest. */
const arrowStep = 24;
const ink = '#1b2527';
const jade = '#0e5a50';

/** A map on an element: tiles of the configured service, or else the county's own outlines. Knows no page. */
export async function drawMap(element: HTMLElement, task: MapTask): Promise<DrawnMap> {
  const { setting, at, mark, words, onMove } = task;
  const shifted = setting.tiles?.system === 'gcj02';
  const toMap = (point: Point): leaflet.LatLngTuple => {
    const { lat, lon } = shifted ? toGcj(point) : point;
    return [lat, lon];
  };
  const outlines = setting.tiles ? null : await readOutlines();
  const map = leaflet.map(element, {
    attributionControl: false,
    zoomControl: false,
    minZoom: 3,
    maxZoom: 18,
    keyboardPanDelta: arrowStep,
    zoomAnimation: !still(),
    fadeAnimation: !still(),
  });
  leaflet.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  if (setting.tiles) {
    // The service is told which site asks, as many demand, and nothing of the page.
    leaflet.tileLayer(setting.tiles.url, { maxZoom: 18, referrerPolicy: 'origin' }).addTo(map);
  }
  const drawn = outlines && drawOutlines(map, outlines);
  if (at) map.setView(toMap(at), closeZoom);
  else if (setting.start) map.setView(toMap(setting.start), setting.start.zoom);
  else if (drawn) map.fitBounds(drawn.getBounds());
  else map.setView([35, 105], usualZoom);
  if (mark && at) {
    leaflet
      .circleMarker(toMap(at), {
        radius: 11,
        color: ink,
        weight: 3,
        fillColor: jade,
        fillOpacity: 0.8,
      })
      .addTo(map);
  }
  map.on('moveend', onMove);
  if (!mark) map.on('click', ({ latlng }) => map.panTo(latlng, { animate: !still() }));
  return {
    centre() {
      const { lat, lng } = map.getCenter().wrap();
      return shifted ? fromGcj({ lat, lon: lng }) : { lat, lon: lng };
    },
    nameAt: ({ lat, lon }) =>
      outlines?.features.find((it) => booleanPointInPolygon([lon, lat], it))?.properties.name ??
      null,
    remove: () => map.remove(),
  };
}

const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

async function readOutlines(): Promise<Outlines> {
  const answer = await fetch('/outlines');
  if (!answer.ok) throw new Error(`outlines: ${answer.status}`);
  return answer.json();
}

/** Each outline with its name, as text and never as markup, where there is room for it. */
function drawOutlines(map: leaflet.Map, outlines: Outlines): leaflet.GeoJSON {
  const layer = leaflet
    .geoJSON(outlines, {
      style: { color: jade, weight: 2, fillColor: jade, fillOpacity: 0.08 },
      interactive: false,
      onEachFeature: (feature: Outlines['features'][number], drawn) => {
        const name = document.createElement('span');
        name.textContent = feature.properties.name;
        drawn.bindTooltip(name, { permanent: true, direction: 'center', className: 'map-name' });
      },
    })
    .addTo(map);
  const fit = () =>
    layer.eachLayer((it) => {
      if (!(it instanceof leaflet.Polygon)) return;
      const name = it.getTooltip()?.getElement();
      const { min, max } = boxOf(map, it.getBounds());
      if (name) name.hidden = max.x - min.x < name.scrollWidth || max.y - min.y < 20;
    });
  map.on('zoomend', fit);
  map.whenReady(fit);
  return layer;
}

function boxOf(map: leaflet.Map, bounds: leaflet.LatLngBounds) {
  const corners = [bounds.getNorthWest(), bounds.getSouthEast()];
  const [min, max] = corners.map((it) => map.latLngToLayerPoint(it));
  return { min: min ?? leaflet.point(0, 0), max: max ?? leaflet.point(0, 0) };
}
