import { Button, Kbd } from '@mantine/core';
import { useRef } from 'react';
import type { Output } from '../../../shared/api';
import { useKeys } from '../../book/use-keys';
import { useWords } from '../../i18n';
import { isTyping, withCommand } from '../../ui/keys';
import { When } from '../../ui/When';

export type Match = Output<'foundItems.matches'>[number];

interface MatchesProps {
  /** 可能的报失 / 可能的捡拾物品. */
  heading: string;
  matches: readonly Match[];
  /** The reader may link; otherwise the matches are only read. */
  mayLink: boolean;
  busy: boolean;
  onLink: (match: Match) => void;
  onOpen: (match: Match) => void;
}

/** The best matches of the other book; keys 1 to 5 link. */
export function Matches({ heading, matches, mayLink, busy, onLink, onOpen }: MatchesProps) {
  const { t } = useWords();
  const place = useRef<HTMLElement>(null);
  useKeys(place, (event) => {
    if (!mayLink || isTyping(event.target) || withCommand(event) || event.altKey) return false;
    const digit = /^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1];
    const match = digit ? matches[Number(digit) - 1] : undefined;
    if (match) onLink(match);
    return match !== undefined;
  });

  return (
    <section ref={place} className="matches" aria-label={heading}>
      <h2>{heading}</h2>
      {matches.length === 0 ? <p className="quiet">{t('found-items:empty.matches')}</p> : null}
      <ol>
        {matches.map((match, index) => (
          <li key={match.id}>
            <div className="grow">
              <button type="button" className="link-button number" onClick={() => onOpen(match)}>
                {match.serialNo}
              </button>{' '}
              <strong>{match.name}</strong>
              <div className="quiet small">
                {match.where} · <When at={match.at} />
              </div>
            </div>
            {mayLink ? (
              <Button variant="default" disabled={busy} onClick={() => onLink(match)}>
                {t('found-items:action.link')} <Kbd size="xs">{index + 1}</Kbd>
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
