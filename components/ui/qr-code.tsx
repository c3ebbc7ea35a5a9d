/** A QR code from the outline of its dark modules, one unit each, with the quiet zone around. */
export function QrCode({ path, size, label }: { path: string; size: number; label: string }) {
  const box = `-4 -4 ${size + 8} ${size + 8}`;
  return (
    <svg className="qr" viewBox={box} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} fill="#000" />
    </svg>
  );
}
