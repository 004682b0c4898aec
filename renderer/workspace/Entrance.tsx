import type { ReactNode } from 'react';
import { LangSwitch } from './LangSwitch';

interface EntranceProps {
  title: string;
  /** Office and workstation, or what the page is for. */
  subtitle?: ReactNode;
  /** Wide sheet for the wizard. */
  wide?: boolean;
  children: ReactNode;
}

/** The sheet in the middle of the desk before anybody is at work: sign-in, lock, first start. */
export function Entrance({ title, subtitle, wide, children }: EntranceProps) {
  return (
    <main className="entrance">
      <div className={wide ? 'sheet entrance-sheet wide' : 'sheet entrance-sheet'}>
        <header className="row apart entrance-head">
          <div>
            <h1>{title}</h1>
            {subtitle ? <div className="quiet">{subtitle}</div> : null}
          </div>
          <LangSwitch />
        </header>
        {children}
      </div>
    </main>
  );
}
