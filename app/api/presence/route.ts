import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { presenceWords } from '@/components/desk/presence-words';
import { isVerb } from '@/lib/appeals/lifecycle';
import { actorAtPage } from '@/lib/auth/session';
import { isFromHere } from '@/lib/presence/is-from-here';
import { leave, stay } from '@/lib/presence/presence';

const told = z.object({
  caseNumber: z.string().max(20),
  step: z.string().max(40).refine(isVerb).nullable(),
  gone: z.boolean(),
  /** Whether something was typed, pressed or scrolled since the last time; a page from before an upgrade does not say. */
  does: z.boolean().default(true),
});

const mostBytes = 500;

/** `POST {caseNumber, step, gone, does}` → `{lines}`: I am still here, or I go. Who may not see the case: 404. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isFromHere(request.headers)) return new Response(null, { status: 403 });
  if (Number(request.headers.get('content-length') ?? mostBytes + 1) > mostBytes) {
    return new Response(null, { status: 413 });
  }
  const text = await request.text();
  const parsed = text.length <= mostBytes ? told.safeParse(jsonOf(text)) : null;
  if (!parsed?.success) return new Response(null, { status: 400 });
  const { caseNumber, step, gone, does } = parsed.data;
  const actor = await actorAtPage(does);
  if (!actor) return new Response(null, { status: 404 });
  if (gone) {
    await leave(actor, caseNumber, step);
    return new Response(null, { status: 204 });
  }
  const others = await stay(actor, caseNumber, step);
  if (!others) return new Response(null, { status: 404 });
  const lines = await presenceWords(others);
  return Response.json({ lines }, { headers: { 'Cache-Control': 'no-store' } });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
