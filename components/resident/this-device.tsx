'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { endHere, tellHere } from '@/app/actions/own-devices';
import { Button, Buttons } from '@/components/ui/button';
import { addressOf, canBeTold, digestOf, ownSubscription } from './own-subscription';

interface ThisDeviceProps {
  caseNumber: string;
  /** By which push services know this site, base64url. */
  applicationKey: string;
  /** Digests of the devices that are told. */
  known: readonly string[];
  words: Record<string, string>;
}

/** A button that has the resident told on this very device; the browser is asked when it is pressed, never before. */
export default function ThisDevice({ caseNumber, applicationKey, known, words }: ThisDeviceProps) {
  const router = useRouter();
  const [told, setTold] = useState<boolean | null>(null);
  const [working, setWorking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);

  useEffect(() => {
    async function look() {
      if (!canBeTold()) return setSaid('unsupported');
      const subscription = await ownSubscription();
      setTold(subscription !== null && known.includes(await digestOf(subscription.endpoint)));
      if (Notification.permission === 'denied') setSaid('denied');
    }
    look();
  }, [known]);

  async function begin(): Promise<string> {
    const permission = await Notification.requestPermission();
    if (permission !== 'granted') return 'denied';
    const answer = await tellHere(caseNumber, await addressOf(applicationKey));
    if (answer !== 'added') return answer;
    setTold(true);
    return 'here';
  }
  async function end(): Promise<string> {
    const subscription = await ownSubscription();
    if (subscription) {
      const answer = await endHere(caseNumber, subscription.endpoint);
      if (answer === 'signedOut') return answer;
      // A browser has one subscription for all its cases.
      if (answer === 'nowhere') await subscription.unsubscribe();
    }
    setTold(false);
    return 'ended';
  }
  async function press() {
    if (working) return;
    setWorking(true);
    setSaid(await (told ? end() : begin()).catch(() => 'failed'));
    setWorking(false);
    router.refresh();
  }

  const name = told ? 'end' : 'ask';
  const state = said ?? (told ? 'here' : null);
  return (
    <section aria-labelledby="this-device" className="mt-24 grid gap-12">
      <h3 id="this-device">{words.heading}</h3>
      <p>{words.lead}</p>
      <p role="status">{state && words[state]}</p>
      {told !== null && (
        <Buttons>
          <Button type="button" kind="second" aria-disabled={working || undefined} onClick={press}>
            {words[working ? 'working' : name]}
          </Button>
        </Buttons>
      )}
    </section>
  );
}
