import { useEffect, useState } from 'react';

/**
 * Choosing by pinyin: 客服主管 by `kfzg`, `kefu`, 客服 or a piece of a Latin label. The reading table is loaded once,
 * when the first choice is drawn, so it costs nothing at start.
 */
export type Reader = (label: string) => { full: string; initials: string };

let loaded: Reader | null = null;
let loading: Promise<Reader> | null = null;
const readings = new Map<string, { full: string; initials: string }>();

async function load(): Promise<Reader> {
  const { pinyin } = await import('pinyin-pro');
  loaded = (label) => {
    let reading = readings.get(label);
    if (!reading) {
      const syllables = pinyin(label, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
      reading = {
        full: syllables.join('').toLowerCase(),
        initials: syllables
          .map((s) => s[0] ?? '')
          .join('')
          .toLowerCase(),
      };
      readings.set(label, reading);
    }
    return reading;
  };
  return loaded;
}

/** Null until the table is there; matching by the label itself works from the first moment. */
export function useReader(): Reader | null {
  const [reader, setReader] = useState<Reader | null>(() => loaded);
  useEffect(() => {
    if (reader) return;
    let gone = false;
    loading ??= load();
    void loading.then((read) => {
      if (!gone) setReader(() => read);
    });
    return () => {
      gone = true;
    };
  }, [reader]);
  return reader;
}

/** How well a label answers to what was typed: 0 not at all, higher is better. `known` are initials the office edited itself. */
export function matchRank(label: string, typed: string, reader: Reader | null, known = ''): number {
  const wanted = typed.trim().toLowerCase().replace(/\s+/g, '');
  if (wanted === '') return 1;
  const plain = label.toLowerCase().replace(/\s+/g, '');
  if (plain.startsWith(wanted)) return 6;
  if (known.toLowerCase().startsWith(wanted)) return 5;
  const reading = reader?.(label);
  if (reading?.initials.startsWith(wanted)) return 5;
  if (reading?.full.startsWith(wanted)) return 4;
  if (plain.includes(wanted)) return 3;
  if (reading && (reading.initials.includes(wanted) || reading.full.includes(wanted))) return 2;
  return 0;
}
