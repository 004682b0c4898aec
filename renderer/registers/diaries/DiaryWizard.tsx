import { Button, Kbd } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { yuan } from '../../../shared/money';
import { figuresText } from '../../../shared/registers/steward-diaries.columns';
import {
  DIARY_SECTIONS,
  type DiarySection,
  type DiarySheet,
} from '../../../shared/registers/steward-diaries.row';
import { centsTyped } from '../../book/values';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { useDraft } from '../../ui/drafts';
import { FormFrame } from '../../ui/FormFrame';
import { CountField, countTyped } from '../../ui/fields/NumberFields';
import { TextField } from '../../ui/fields/TextField';
import { fieldsIn } from '../../ui/keys';

interface DiaryWizardProps {
  diary: DiarySheet;
  onSaved: () => void;
}

/** 一日填写: the sections of F21 one after the other; what the registers know stands beside the field, never in it. */
export function DiaryWizard({ diary, onSaved }: DiaryWizardProps) {
  const { t } = useWords();
  // Where the day was left: the first section nothing is written in; 晨会安排 came from the last plan.
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      DIARY_SECTIONS.findIndex((section) => diary[section] === null),
    ),
  );
  const section = DIARY_SECTIONS[at] ?? 'morning';
  return (
    <section className="diary-wizard" aria-label={t('diaries:screen.wizard')}>
      <ol className="diary-steps">
        {DIARY_SECTIONS.map((name, index) => (
          <li key={name}>
            <button
              type="button"
              aria-current={index === at ? 'step' : undefined}
              className={diary[name] === null ? undefined : 'written'}
              onClick={() => setAt(index)}
            >
              {t(`diaries:section.${name}`)}
            </button>
          </li>
        ))}
      </ol>
      <Step
        key={section}
        diary={diary}
        section={section}
        at={at}
        onStep={(next) => setAt(Math.min(DIARY_SECTIONS.length - 1, Math.max(0, next)))}
        onSaved={onSaved}
      />
    </section>
  );
}

interface StepProps extends DiaryWizardProps {
  section: DiarySection;
  at: number;
  onStep: (at: number) => void;
}

const HINTS: Partial<Record<DiarySection, string>> = {
  morning: 'fromPlan',
  problems: 'toSupervisor',
  tomorrow: 'toTomorrow',
};

function Step({ diary, section, at, onStep, onSaved }: StepProps) {
  const { t } = useWords();
  const write = useCommand('stewardDiaries.write');
  const saved = {
    text: diary[section] ?? '',
    dunnedUnits: diary.dunnedUnits === null ? '' : String(diary.dunnedUnits),
    dunnedCents: diary.dunnedCents === null ? '' : yuan(diary.dunnedCents),
  };
  // Only what was typed is kept; once it is saved the field shows what the book holds.
  const {
    values: typed,
    set,
    clear,
  } = useDraft<Partial<typeof saved>>(`stewardDiaries.write.${diary.id}.${section}`, {});
  const values = { ...saved, ...typed };
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current) fieldsIn(place.current)[0]?.focus();
  }, []);
  const last = at === DIARY_SECTIONS.length - 1;
  const known = figuresText(diary.figures, section, t);
  const others = section === 'tomorrow' ? figuresText(diary.figures, null, t) : '';
  const hint = section === 'morning' && diary.morning === null ? undefined : HINTS[section];
  const same = (Object.keys(saved) as (keyof typeof saved)[]).every(
    (key) => values[key].trim() === saved[key],
  );
  const save = async () => {
    if (!same) {
      const done = await write.run({
        id: diary.id,
        version: diary.version,
        section,
        text: values.text,
        dunnedUnits: values.dunnedUnits.trim() ? countTyped(values.dunnedUnits) : null,
        dunnedCents: centsTyped(values.dunnedCents),
      });
      if (!done?.ok) return;
      clear();
      onSaved();
    }
    if (!last) onStep(at + 1);
  };
  return (
    <div ref={place} className="diary-step">
      <FormFrame
        label={t(`diaries:section.${section}`)}
        onSave={() => void save()}
        onBack={() => onStep(at - 1)}
        error={write.error}
        busy={write.busy}
        bare
      >
        <p className="quiet small number">
          {t('diaries:screen.step', { n: at + 1, total: DIARY_SECTIONS.length })}
        </p>
        {section === 'tomorrow' || section === 'problems' || section === 'morning' ? null : (
          <p className="diary-known">
            {known ? (
              <>
                <span className="quiet">{t('diaries:screen.known')}</span> {known}
              </>
            ) : (
              <span className="quiet">{t('diaries:screen.nothing')}</span>
            )}
          </p>
        )}
        {section === 'dunning' ? (
          <div className="row diary-dunned">
            <CountField
              label={t('diaries:field.stewardDiaries.dunnedUnits')}
              name="dunnedUnits"
              value={values.dunnedUnits}
              onChange={(dunnedUnits) => set({ dunnedUnits })}
            />
            <TextField
              label={t('diaries:field.stewardDiaries.dunnedCents')}
              name="dunnedCents"
              right
              inputMode="decimal"
              value={values.dunnedCents}
              onChange={(dunnedCents) => set({ dunnedCents })}
            />
          </div>
        ) : null}
        <TextField
          label={t(`diaries:section.${section}`)}
          name="text"
          lines={4}
          max={600}
          {...(hint ? { hint: t(`diaries:screen.${hint}`) } : {})}
          value={values.text}
          onChange={(text) => set({ text })}
        />
        {others ? (
          <p className="diary-known">
            <span className="quiet">{t('diaries:screen.others')}</span> {others}
          </p>
        ) : null}
        <div className="row end">
          <Button variant="default" disabled={at === 0} onClick={() => onStep(at - 1)}>
            {t('diaries:screen.back')}
          </Button>
          <Button data-save loading={write.busy} onClick={() => void save()}>
            {last ? t('core:action.save') : t('diaries:screen.next')} <Kbd size="xs">Ctrl+Enter</Kbd>
          </Button>
        </div>
      </FormFrame>
    </div>
  );
}
