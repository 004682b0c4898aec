import { useCallback, useRef, useState } from 'react';
import { client } from '../../client';
import { useWords } from '../../i18n';
import type { InstantAnswer, ScanTools } from '../../registers/scan-act';
import { scanActs } from '../../registers/scan-acts';
import { useActor } from '../../ui/actor';
import { beep } from '../../ui/beep';
import { offerScan } from '../../ui/scan-target';
import { isGood, type Shown } from './shown';

interface Scans {
  shown: Shown | null;
  /** Takes one scan; scans are worked off one after the other, in the order they came. */
  take: (code: string) => void;
  close: () => void;
}

/** What happens to a scan: the open screen first, then the entry's own act, then the card. One sound each. */
export function useScans(): Scans {
  const words = useWords();
  const actor = useActor();
  const [shown, setShown] = useState<Shown | null>(null);
  const turn = useRef(0);
  const line = useRef<Promise<void>>(Promise.resolve());
  const latest = useRef({ words, actor });
  latest.current = { words, actor };

  const take = useCallback((code: string) => {
    const work = async () => {
      const taken = await offerScan(code);
      if (taken !== 'pass') {
        setShown(null);
        return beep(taken === 'taken');
      }
      turn.current += 1;
      const card = await cardOf(code, turn.current, latest.current);
      beep(isGood(card));
      setShown(card);
    };
    line.current = line.current.then(work, work);
  }, []);
  const close = useCallback(() => setShown(null), []);
  return { shown, take, close };
}

async function cardOf(code: string, turn: number, tools: ScanTools): Promise<Shown> {
  const found = await client.search.scan({ code });
  const plain = { turn, code, done: null, refused: null };
  if (!found.ok) return { ...plain, what: { kind: 'error', error: found.error } };
  const what = found.data;
  if (what.kind !== 'entry') return { ...plain, what };
  const answer: InstantAnswer = (await scanActs[what.register]?.instant?.(what, tools)) ?? null;
  if (answer === null) return { ...plain, what };
  if ('error' in answer) return { ...plain, what, refused: answer.error };
  return { ...plain, what, done: answer };
}
