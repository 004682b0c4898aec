import type { ReactNode } from 'react';
import { dayOf, dayTimeOf, timeOf } from '../../shared/dates';

export interface Happening {
  /** Journal sequence number; the key and the proof. */
  seq: number;
  /** UTC ISO instant. */
  at: string;
  /** Who did it, with the name of that day. */
  who: string;
  /** What happened, in the reader's language. */
  what: ReactNode;
  /** Further facts, one line each. */
  facts?: readonly ReactNode[];
  /** Hash of the journal line; its first eight characters are shown, as on the page footer. */
  hash?: string;
  /** Red: void, correction, refused claim. */
  grave?: boolean;
}

interface TimelineProps {
  /** Oldest first, as the journal holds them. */
  happenings: readonly Happening[];
  /** Heading for screen readers. */
  label: string;
}

/** The whole story of an entry, day by day, drawn from the journal. */
export function Timeline({ happenings, label }: TimelineProps) {
  return (
    <ol className="timeline" aria-label={label}>
      {happenings.map((happening, index) => {
        const day = dayOf(happening.at);
        const newDay = index === 0 || dayOf(happenings[index - 1]!.at) !== day;
        return (
          <li key={happening.seq} className={happening.grave ? 'grave' : undefined}>
            {newDay ? <div className="timeline-day number">{day}</div> : null}
            <time className="number" dateTime={happening.at} title={dayTimeOf(happening.at)}>
              {timeOf(happening.at)}
            </time>
            <div className="timeline-what">
              <div>
                {happening.what} <span className="quiet">{happening.who}</span>
              </div>
              {happening.facts?.map((fact, line) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: facts of a journal line never change order
                <div key={line} className="quiet small">
                  {fact}
                </div>
              ))}
            </div>
            <span className="quiet small number timeline-seq" title={happening.hash}>
              #{happening.seq}
              {happening.hash ? ` ${happening.hash.slice(0, 8)}` : ''}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
