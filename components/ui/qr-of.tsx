import QRCode from 'qrcode';
import { QrCode } from './qr-code';

/** A text for a telephone's camera; level M survives a creased slip. */
export function QrOf({ text, label }: { text: string; label: string }) {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const rows = Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (_, x) =>
      modules.get(y, x) ? `M${x} ${y}h1v1h-1z` : '',
    ).join(''),
  );
  return <QrCode path={rows.join('')} size={modules.size} label={label} />;
}
