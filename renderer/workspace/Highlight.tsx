import { Fragment } from 'react';

interface HighlightProps {
  text: string;
  /** Pieces to mark, as the search answered them. */
  marks: readonly string[];
}

/** Text with the found pieces marked; longer pieces win, letters without regard to case. */
export function Highlight({ text, marks }: HighlightProps) {
  const wanted = marks.filter((mark) => mark !== '').sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return text;
  const pieces = new RegExp(
    `(${wanted.map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`,
    'giu',
  );
  return text.split(pieces).map((piece, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change order
      <mark key={index}>{piece}</mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change order
      <Fragment key={index}>{piece}</Fragment>
    ),
  );
}
