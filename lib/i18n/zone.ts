/** The one civil time zone of this installation, an IANA name. */
export function civilZone(): string {
  return process.env.HUIYIN_TIME_ZONE || 'Asia/Shanghai';
}
