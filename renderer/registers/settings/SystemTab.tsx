import { useState } from 'react';
import { useWords } from '../../i18n';
import { usePermit } from '../../ui/actor';
import type { WorkspaceProps } from '../open';
import { StaffList } from '../staff/StaffList';
import { BackupSection } from './BackupSection';
import { BusinessSection } from './BusinessSection';
import { CategoriesSection } from './CategoriesSection';
import { DutySection } from './DutySection';
import { FormsSection } from './FormsSection';
import { HandoverSection } from './HandoverSection';
import { KeysSection } from './KeysSection';
import { LimitsSection } from './LimitsSection';
import { MailSection } from './MailSection';
import { ReleaseSection } from './ReleaseSection';
import { RetentionSection } from './RetentionSection';
import {
  AnchorSection,
  ContactsSection,
  LinesSection,
  OfficeSection,
  ShiftsSection,
  StationSection,
} from './sections';
import { UnitsSection } from './UnitsSection';
import { VisitsSection } from './VisitsSection';

const SECTIONS = [
  'staff',
  'office',
  'partyAContacts',
  'posts',
  'shifts',
  'categories',
  'places',
  'storagePlaces',
  'lifts',
  'limits',
  'units',
  'keys',
  'visits',
  'retention',
  'mail',
  'release',
  'handover',
  'duty',
  'business',
  'forms',
  'backup',
  'anchorFolder',
  'station',
] as const;
type Section = (typeof SECTIONS)[number];

/** 系统设置: people first, then everything the office may set for itself, one sheet each. */
export default function SystemTab(_: WorkspaceProps) {
  const { t } = useWords();
  const readsStaff = usePermit('staff.read');
  const readsSettings = usePermit('settings.read');
  const changes = usePermit('settings.change');
  const shown = SECTIONS.filter((section) => (section === 'staff' ? readsStaff : readsSettings));
  const [at, setAt] = useState<Section>(shown[0] ?? 'office');
  return (
    <div className="settings">
      <nav className="settings-nav sheet" aria-label={t('core:settings.title')}>
        {shown.map((section) => (
          <button
            key={section}
            type="button"
            className="settings-door"
            aria-current={section === at ? 'page' : undefined}
            onClick={() => setAt(section)}
          >
            {t(`core:settings.section.${section}`)}
          </button>
        ))}
      </nav>
      <section className="settings-sheet sheet" aria-label={t(`core:settings.section.${at}`)}>
        <h1>{t(`core:settings.section.${at}`)}</h1>
        {at !== 'staff' && !changes ? <p className="quiet">{t('core:settings.readOnly')}</p> : null}
        <SectionSheet key={at} section={at} />
      </section>
    </div>
  );
}

function SectionSheet({ section }: { section: Section }) {
  switch (section) {
    case 'staff':
      return <StaffList />;
    case 'office':
      return <OfficeSection />;
    case 'partyAContacts':
      return <ContactsSection />;
    case 'shifts':
      return <ShiftsSection />;
    case 'categories':
      return <CategoriesSection />;
    case 'units':
      return <UnitsSection />;
    case 'keys':
      return <KeysSection />;
    case 'visits':
      return <VisitsSection />;
    case 'retention':
      return <RetentionSection />;
    case 'mail':
      return <MailSection />;
    case 'limits':
      return <LimitsSection />;
    case 'release':
      return <ReleaseSection />;
    case 'duty':
      return <DutySection />;
    case 'handover':
      return <HandoverSection />;
    case 'business':
      return <BusinessSection />;
    case 'forms':
      return <FormsSection />;
    case 'backup':
      return <BackupSection />;
    case 'anchorFolder':
      return <AnchorSection />;
    case 'station':
      return <StationSection />;
    case 'posts':
    case 'places':
    case 'storagePlaces':
    case 'lifts':
      return <LinesSection setting={section} />;
  }
}
