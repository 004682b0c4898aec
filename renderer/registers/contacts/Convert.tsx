import { Button, Kbd } from '@mantine/core';
import { useRef } from 'react';
import { opOf } from '../../../shared/api';
import {
  CONTACT_TARGETS,
  type ContactLogLine,
  type ContactTarget,
} from '../../../shared/registers/contact-logs.row';
import type { Permit } from '../../../shared/roles';
import type { Desk } from '../../book/desk';
import { EntryLink } from '../../book/EntryLink';
import { useKeys } from '../../book/use-keys';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { isTyping, withCommand } from '../../ui/keys';
import { ErrorLine } from '../../ui/refusal';
import { useOpen } from '../open';
import { beginConversion, WAYS } from './conversion';

interface ConvertProps {
  contact: ContactLogLine;
  desk: Desk;
}

/** 转登记: one key opens the other book's form with the caller's data in it; afterwards, the way to what came of it. */
export function Convert({ contact, desk }: ConvertProps) {
  const { t } = useWords();
  const { linkedId, linkedRegister, linkedNo } = contact;
  if (linkedId && linkedRegister)
    return (
      <section>
        <h2>{t('contacts:screen.linked')}</h2>
        <p>
          <EntryLink register={linkedRegister} entryId={linkedId}>
            {linkedNo ?? t(`contacts:target.${linkedRegister}`)}
          </EntryLink>
        </p>
      </section>
    );
  const targets = CONTACT_TARGETS.filter((to) => desk.may(opOf(WAYS[to].op)?.permit as Permit));
  if (contact.state === 'voided' || targets.length === 0 || !desk.may('contactLogs.handle')) return null;
  return <Targets contact={contact} targets={targets} />;
}

function Targets({ contact, targets }: { contact: ContactLogLine; targets: readonly ContactTarget[] }) {
  const { t } = useWords();
  const open = useOpen();
  const convert = useCommand('contactLogs.convert');
  const place = useRef<HTMLElement>(null);
  const turn = async (to: ContactTarget) => {
    const handed = await convert.run({ id: contact.id, to });
    if (!handed?.ok) return;
    beginConversion(contact.id, to, handed.data);
    open({ register: to, action: WAYS[to].op });
  };
  useKeys(place, (event) => {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const to = digit ? targets[Number(digit) - 1] : undefined;
    if (!to || event.altKey || withCommand(event) || isTyping(event.target)) return false;
    void turn(to);
    return true;
  });
  return (
    <section ref={place}>
      <h2>{t('contacts:screen.convert')}</h2>
      <p className="quiet small">{t('contacts:screen.convertHint')}</p>
      <div className="row wrap">
        {targets.map((to, n) => (
          <Button
            key={to}
            variant="default"
            size="compact-md"
            leftSection={<Kbd>{n + 1}</Kbd>}
            onClick={() => void turn(to)}
          >
            {t(`contacts:target.${to}`)}
          </Button>
        ))}
      </div>
      <ErrorLine error={convert.error} />
    </section>
  );
}
