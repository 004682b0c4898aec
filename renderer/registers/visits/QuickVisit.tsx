import { Button } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { VISIT_TYPES } from '../../../shared/registers/visits.row';
import { VISIT_RULES } from '../../../shared/registers/visits.rules';
import { fieldLabel } from '../../book/book';
import type { Desk } from '../../book/desk';
import { Suggested } from '../../book/editors';
import { focusFirst, QuickStrip } from '../../book/QuickStrip';
import { usePapers } from '../../book/use-papers';
import { client } from '../../client';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { useDraft } from '../../ui/drafts';
import type { SaveHow } from '../../ui/FormFrame';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { CountField, PhoneField } from '../../ui/fields/NumberFields';
import { nowIso } from '../../ui/fields/TimeField';
import { useScanTarget } from '../../ui/scan-target';
import { UnitField } from '../units/UnitField';
import { AtUnit } from './AtUnit';
import { VISITS } from './books';
import { HostField } from './HostField';
import { type StripAct, StripDialogs } from './StripDialogs';
import { TypeFields } from './TypeFields';
import { VisitorField } from './VisitorField';
import { admissionOf, arrivalOf, filledFrom, forgotten, NEW_VISIT, typeOf } from './visit-form';

interface QuickVisitProps {
  desk: Desk;
  place: RefObject<HTMLElement | null>;
  onBack: () => void;
  onOpen: (id: string) => void;
}

/** The strip of the visitor book: a returning visitor in a few keys, a new one in a line or two. */
export function QuickVisit({ desk, place, onBack, onOpen }: QuickVisitProps) {
  const { t } = useWords();
  const arrive = useCommand('visits.arrive');
  const admit = useCommand('visits.admit');
  const { values, set, clear } = useDraft('visits.arrive', NEW_VISIT);
  const [saved, setSaved] = useState<{ serialNo: string; at: string } | null>(null);
  const [act, setAct] = useState<StripAct | null>(null);
  const papers = usePapers();
  const type = typeOf(values);
  const rule = VISIT_RULES[type];
  const command = values.expectedId ? admit : arrive;
  const begun = values.visitorName !== '' || values.unitId !== '' || command.error !== null;

  const done = (serialNo: string) => {
    setSaved({ serialNo, at: nowIso() });
    clear(NEW_VISIT);
    focusFirst(place);
  };
  const save = async (how: SaveHow) => {
    // The one not used keeps no old refusal.
    (values.expectedId ? arrive : admit).clear();
    const result = values.expectedId
      ? await admit.run(admissionOf(values))
      : await arrive.run(arrivalOf(values));
    if (!result?.ok) return;
    done(result.data.serialNo);
    if (how === 'print') await papers.print(['F17'], result.data.id);
  };
  // A scanned card of the stock goes with this visitor, while somebody is being typed.
  const here = useScanTarget(
    async ({ code, own }) => {
      if (own?.kind !== 'entry' || own.register !== 'visitorPasses' || values.visitorName === '')
        return 'pass';
      const found = await client.search.scan({ code });
      if (!found.ok || found.data.kind !== 'entry' || found.data.state !== 'inStock') return 'pass';
      set({ passNo: found.data.title });
      return 'taken';
    },
    { active: begun },
  );
  const needs = (field: 'hostName' | 'host'): boolean => rule.required.includes(field);
  return (
    <div ref={here}>
      <QuickStrip
        label={t('visits:screen.quickAdd')}
        place={place}
        begun={begun}
        error={command.error ?? papers.error}
        busy={command.busy}
        saved={saved}
        onSave={(how) => void save(how)}
        onBack={onBack}
        saveAndPrint
        fieldsClass="visit"
        below={
          <>
            <AtUnit unitId={values.unitId} />
            {values.openId ? (
              <p className="visit-open">
                {t('visits:screen.stillIn')}{' '}
                <Button variant="subtle" size="compact-sm" onClick={() => onOpen(values.openId)}>
                  {t('visits:screen.look')}
                </Button>
              </p>
            ) : null}
            <TypeFields desk={desk} values={values} set={set} />
          </>
        }
        buttons={
          <>
            <Button variant="subtle" color="red" onClick={() => setAct('refuse')}>
              {t('visits:screen.refuse')}
            </Button>
            <Button variant="subtle" onClick={() => setAct('expect')}>
              {t('visits:screen.expect')}
            </Button>
            <Button variant="subtle" onClick={() => setAct('group')}>
              {t('visits:screen.group')}
            </Button>
          </>
        }
      >
        <VisitorField
          label={t('visits:field.visits.visitorName')}
          name="visitorName"
          required={rule.required.includes('visitorName')}
          placeholder={t('visits:screen.who')}
          value={values.visitorName}
          unitId={values.unitId}
          taken={values.from !== ''}
          onChange={(visitorName) => set({ visitorName, ...forgotten })}
          onTake={(known) => set(filledFrom(known))}
          hint={values.watched ? <span className="watch">{t('visits:screen.watched')}</span> : undefined}
        />
        <ChoiceField
          label={t(fieldLabel(VISITS, 'type'))}
          name="type"
          required
          choices={VISIT_TYPES.map((code) => ({ value: code, label: t(`visits:type.${code}`) }))}
          value={values.type}
          onChange={(next) => set({ type: next ?? 'relative' })}
        />
        <UnitField
          name="unitId"
          required={needs('host') && values.hostPlace === ''}
          value={values.unitId}
          onChange={(unitId) => set({ unitId, ...(unitId === values.unitId ? {} : { hostPartyId: '' }) })}
        />
        <HostField
          desk={desk}
          label={t(fieldLabel(VISITS, 'hostName'))}
          required={needs('hostName')}
          unitId={values.unitId}
          value={values.hostName}
          onChange={(hostName, hostPartyId) => set({ hostName, hostPartyId })}
        />
        <Suggested
          label={t(fieldLabel(VISITS, 'purpose'))}
          name="purpose"
          op="visits.suggest"
          field="purpose"
          value={values.purpose}
          onChange={(purpose) => set({ purpose })}
        />
        <PhoneField
          label={t(fieldLabel(VISITS, 'visitorPhone'))}
          name="visitorPhone"
          required={rule.contact && values.phoneTail === ''}
          placeholder={
            values.phoneTail ? t('visits:screen.phoneTail', { tail: values.phoneTail }) : undefined
          }
          hint={
            values.phoneTail && values.visitorPhone === ''
              ? t('visits:screen.phoneKept', { tail: values.phoneTail })
              : undefined
          }
          value={values.visitorPhone}
          onChange={(visitorPhone) => set({ visitorPhone })}
        />
        <CountField
          label={t(fieldLabel(VISITS, 'partySize'))}
          name="partySize"
          value={values.partySize}
          onChange={(partySize) => set({ partySize })}
        />
      </QuickStrip>
      <StripDialogs act={act} values={values} onClose={() => setAct(null)} onDone={done} />
    </div>
  );
}
