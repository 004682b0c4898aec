import { Button, Kbd } from '@mantine/core';
import type { RefObject } from 'react';
import {
  MEETING_SECTIONS,
  type MeetingLine,
  type MeetingSection,
} from '../../../shared/registers/meetings.row';
import type { Desk } from '../../book/desk';
import { struckOf } from '../../book/strikes';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { useDraft } from '../../ui/drafts';
import { FormFrame } from '../../ui/FormFrame';
import { TextField } from '../../ui/fields/TextField';
import { MEETINGS } from './books';

interface MinutesProps {
  meeting: MeetingLine;
  desk: Desk;
  place: RefObject<HTMLElement | null>;
  /** The minutes are open and the reader may write. */
  writes: boolean;
  onSaved: () => void;
}

/** 纪要: the sections of F96, written until they are issued, then read with their corrections. */
export function Minutes(props: MinutesProps) {
  const { t } = useWords();
  return (
    <section ref={props.place} className="meeting-part" aria-label={t('meetings:screen.minutes')}>
      <h2>{t('meetings:screen.minutes')}</h2>
      {props.writes ? <Writing {...props} /> : <Reading {...props} />}
    </section>
  );
}

function Reading({ meeting, desk }: MinutesProps) {
  const words = useWords();
  const { t } = words;
  return (
    <dl className="meeting-list">
      {MEETING_SECTIONS.map((section) => (
        <div key={section}>
          <dt>{t(`meetings:section.${section}`)}</dt>
          <dd>
            {meeting.strikes
              .filter((strike) => strike.field === section)
              .map((strike) => {
                const { old, title } = struckOf(MEETINGS, strike, words, desk);
                return (
                  <s key={strike.at} className="struck" title={title}>
                    {old}
                  </s>
                );
              })}
            {meeting[section] ?? '/'}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Writing({ meeting, onSaved }: MinutesProps) {
  const { t } = useWords();
  const write = useCommand('meetings.write');
  // Only what was typed is kept: a section somebody else saved meanwhile stands here as they left it.
  const { values, set, clear } = useDraft<Partial<Record<MeetingSection, string>>>(
    `meetings.write.${meeting.id}`,
    {},
  );
  const saved = (section: MeetingSection): string => meeting[section] ?? '';
  const typed = (section: MeetingSection): string => values[section] ?? saved(section);
  const changed = MEETING_SECTIONS.filter((section) => typed(section).trim() !== saved(section));
  const save = async () => {
    let { version } = meeting;
    // One section after the other: each is a line of its own in the journal.
    for (const section of changed) {
      const done = await write.run({ id: meeting.id, version, section, text: typed(section) });
      if (!done?.ok) return;
      version = done.data.version;
    }
    if (changed.length === 0) return;
    clear();
    onSaved();
  };
  return (
    <FormFrame
      label={t('meetings:screen.minutes')}
      onSave={() => void save()}
      onBack={() => undefined}
      error={write.error}
      busy={write.busy}
      bare
    >
      <div className="meeting-sections">
        {MEETING_SECTIONS.map((section) => (
          <TextField
            key={section}
            label={t(`meetings:section.${section}`)}
            name={section}
            lines={2}
            max={1000}
            value={typed(section)}
            onChange={(text) => set({ [section]: text })}
          />
        ))}
      </div>
      <div className="row end">
        <Button data-save disabled={changed.length === 0} loading={write.busy} onClick={() => void save()}>
          {t('meetings:screen.save')} <Kbd size="xs">Ctrl+Enter</Kbd>
        </Button>
      </div>
    </FormFrame>
  );
}
