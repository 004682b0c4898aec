import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { client } from '../../client';
import { useWords } from '../../i18n';
import { onCommitted } from '../../queries';
import { useNotices } from '../../ui/Notices';
import { useRefusal } from '../../ui/refusal';
import './contacts.css';
import { type Conversion, endConversion, madeBy, useConversion } from './conversion';

/** Says that the next entry of a book belongs to a contact, and links the two as soon as it is saved (S11). */
export function ConversionBar() {
  const conversion = useConversion();
  return conversion ? <Bar key={conversion.contactId} conversion={conversion} /> : null;
}

function Bar({ conversion }: { conversion: Conversion }) {
  const { t } = useWords();
  const notices = useNotices();
  const sentence = useRefusal();
  useEffect(
    () =>
      onCommitted((op, data) => {
        const entryId = madeBy(conversion, op, data);
        if (entryId === null) return;
        endConversion();
        void client.contactLogs
          .link({ id: conversion.contactId, register: conversion.to, entryId })
          .then((done) =>
            done.ok
              ? notices.say(t('contacts:screen.convertDone', { no: conversion.serialNo }))
              : notices.say(sentence(done.error), true),
          );
      }),
    [conversion, notices, sentence, t],
  );
  return (
    <div className="conversion-bar row apart small" role="status">
      <p>{t('contacts:screen.converting', { no: conversion.serialNo })}</p>
      <Button size="compact-sm" variant="subtle" onClick={endConversion}>
        {t('contacts:screen.convertStop')}
      </Button>
    </div>
  );
}
