import type { CSSProperties, ReactNode } from 'react';
import type { LabelSize, SlipSize } from '../../../shared/print/sizes';

/** Lengths that paper.css reads as custom properties, so that style sheet and paginator share one measure (sheet.ts). */
export type Lengths = Record<`--${string}`, string>;
export const mm = (value: number): string => `${value}mm`;
export const lengths = (values: Lengths): CSSProperties => values as CSSProperties;

interface SheetProps {
  /** Chooses the @page size and the layout. */
  kind: 'register' | 'slip' | 'label' | 'notice';
  /** Size of a slip or a label (sizes.ts); books and notices have one each. */
  size?: SlipSize | LabelSize;
  widthMm: number;
  heightMm: number;
  /** Said by a screen reader: form and page. */
  label: string;
  lang: 'zh-CN' | 'en';
  vars?: Lengths;
  children: ReactNode;
}

/** One sheet of paper at true size: the same on screen, in a PDF and on the printer. */
export function Sheet({ kind, size, widthMm, heightMm, label, lang, vars, children }: SheetProps) {
  return (
    <section
      className={`paper-sheet paper-${kind}${size ? ` paper-${kind}-${size}` : ''}`}
      aria-label={label}
      lang={lang}
      style={lengths({ '--sheet-width': mm(widthMm), '--sheet-height': mm(heightMm), ...vars })}
    >
      {children}
    </section>
  );
}
