/** Where an issuer describes itself (OpenID Connect Discovery 1.0, 4). */
export const descriptionOf = (issuer: string): string =>
  `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;

/** What an ID token, and the page about its user, say of somebody (OpenID Connect Core 1.0, 2 and 5.1). */
export interface Claims {
  sub: string;
  /** When they proved who they are there, in seconds. */
  auth_time?: number | undefined;
  acr?: string | undefined;
  amr?: unknown;
  email?: string | undefined;
  email_verified?: unknown;
}

/** The address by which they may be known here, if whoever vouches for them has verified it. */
export const verifiedEmail = ({ email, email_verified: verified }: Claims): string | null =>
  email && verified === true ? email : null;

/**
 * Whether a second factor was given there.
 *
 * @param values of `acr` or `amr` that the operator has said stand for one; none: it is never believed.
 */
export function provesSecondFactor({ acr, amr }: Claims, values: readonly string[]): boolean {
  const said = [acr, ...(Array.isArray(amr) ? amr : [])];
  return values.some((it) => said.includes(it));
}
