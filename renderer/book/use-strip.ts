import { useState } from 'react';

export interface Strip {
  /** Class of the strip: one line at rest, everything while it is used. */
  className: string;
  /** Any focus in the strip opens it. */
  wake: () => void;
  /** Esc: back to one line, unless something is typed. */
  rest: () => void;
}

/**
 * Whether a quick-add strip shows everything or rests as one line. It opens by focus and closes by Esc only: closing when
 * the focus leaves would move the book away under a mouse that is about to press a line. `begun`: something is typed.
 */
export function useStrip(begun: boolean): Strip {
  const [awake, setAwake] = useState(false);
  return {
    className: awake || begun ? 'quick-add sheet awake' : 'quick-add sheet',
    wake: () => setAwake(true),
    rest: () => setAwake(false),
  };
}
