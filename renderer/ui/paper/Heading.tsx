import { Fragment, type ReactNode } from 'react';

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** A column heading breaks between words, never inside one: 接收管理人 / 签字/时间. */
export function Heading({ label }: { label: string }) {
  const drawn: ReactNode[] = [];
  let at = 0;
  for (const part of partsOf(label)) {
    drawn.push(
      <Fragment key={at}>
        {part}
        <wbr />
      </Fragment>,
    );
    at += part.length;
  }
  return drawn;
}

/** Words with the signs that belong to them: what stands in brackets is one, a stroke goes with the word before it. */
function partsOf(label: string): string[] {
  const parts: string[] = [];
  let open = '';
  for (const { segment } of words.segment(label)) {
    const inside = open !== '' && !/^[)）]$/.test(segment);
    if (inside || /^[(（]$/.test(segment)) open += segment;
    else if (open !== '') {
      parts.push(open + segment);
      open = '';
    } else if (/^[)）/、,:：]$/.test(segment) && parts.length > 0) parts[parts.length - 1] += segment;
    else parts.push(segment);
  }
  return open === '' ? parts : [...parts, open];
}
