/** How a state stands to the desk: what must be done, what waits, what is done, what is void. */
export type Tone = 'todo' | 'waiting' | 'done' | 'late' | 'missing' | 'void';

/** Shape and colour always go with the word, so neither colour nor shape alone carries the state. */
const SHAPE: Record<Tone, string> = {
  todo: '●',
  waiting: '◐',
  done: '○',
  late: '▲',
  missing: '◆',
  void: '✕',
};

interface StateMarkProps {
  /** The word of the trade, already in the reader's language. */
  word: string;
  tone: Tone;
  /** Full text on hover, e.g. the exact time. */
  title?: string;
}

/** A state as word + shape + colour (look.md). `missing` is the amber 待补 chip, `late` the seal red of what is overdue. */
export function StateMark({ word, tone, title }: StateMarkProps) {
  return (
    <span className={`state-mark ${tone}`} title={title}>
      <span aria-hidden="true" className="state-shape">
        {SHAPE[tone]}
      </span>
      {word}
    </span>
  );
}
