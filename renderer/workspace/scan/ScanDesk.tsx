import { ScanListener } from '../../ui/ScanListener';
import type { Opener } from './ScanCard';
import { ScanCard } from './ScanCard';
import { useScans } from './use-scans';
import './scan.css';

interface ScanDeskProps {
  /** Locked: the scanner is deaf. */
  locked: boolean;
  /** Shows an entry, with an act to begin or none. */
  onOpen: Opener;
}

/** The scanner at this desk: the listener, what happens to a scan, and the result card. */
export function ScanDesk({ locked, onOpen }: ScanDeskProps) {
  const { shown, take, close } = useScans();
  return (
    <>
      <ScanListener enabled={!locked} onScan={take} onForeign={take} />
      {shown && !locked ? <ScanCard key={shown.turn} shown={shown} onOpen={onOpen} onClose={close} /> : null}
    </>
  );
}
