import { createTransport } from 'nodemailer';
import { settings } from '@/lib/env';
import { log } from '@/lib/log';

export interface Letter {
  subject: string;
  /** Plain text, lines parted by `\n`. */
  text: string;
  headers?: Record<string, string>;
}

/** refused: this address takes no mail and will not tomorrow · failed: worth another try. */
export type Sent = { ok: true } | { ok: false; why: 'refused' | 'failed'; code: string };

export interface Mailer {
  /** `id` is unique for this letter: a server that gets it twice can tell. */
  send(to: string, letter: Letter, id: string): Promise<Sent>;
}

const patienceMs = 15_000;

let told = false;

/** The mail server that was set up; null where there is none, which the log says once. */
export function mailer(): Mailer | null {
  const { smtpUrl, mailFrom, publicUrl } = settings();
  if (!smtpUrl || !mailFrom) {
    if (!told) log.warn('no mail is sent: HUIYIN_SMTP_URL and HUIYIN_MAIL_FROM are not both set');
    told = true;
    return null;
  }
  const host = new URL(publicUrl).hostname.replace(/^\[|\]$/g, '');
  return {
    async send(to, letter, id) {
      const transport = createTransport({
        url: smtpUrl,
        connectionTimeout: patienceMs,
        greetingTimeout: patienceMs,
        socketTimeout: patienceMs,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      try {
        const messageId = `<${id}@${host}>`;
        const headers = { 'Auto-Submitted': 'auto-generated', ...letter.headers };
        await transport.sendMail({ from: mailFrom, to, ...letter, messageId, headers });
        return { ok: true };
      } catch (error) {
        return whyNot(error);
      } finally {
        transport.close();
      }
    },
  };
}

/** A 5xx answer to the address itself is final (RFC 5321 §4.2.1); a server or login in trouble is not. */
function whyNot(error: unknown): Sent {
  const { code = 'unknown', responseCode = 0 } = error as { code?: string; responseCode?: number };
  const refused = code === 'EENVELOPE' && responseCode >= 500;
  return { ok: false, why: refused ? 'refused' : 'failed', code: `${code} ${responseCode}` };
}
