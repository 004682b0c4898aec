import type { Book, Told } from '../../db/bulk/book';
import type { Hand } from '../../db/journal';
import type { Holders } from './loan-facts';
import type { Person } from './people';
import type { KeyRing, SeedKey, World } from './world';

/** What a loan's story needs of the key desk, and what the desk's other stories need of a loan. */

export interface LoanStory {
  readonly key: SeedKey;
  readonly told: Told<'keyLoans'>;
  /** The incident `incident` was none: the borrower has the key after all and brings it back. */
  outAgain(incident: string, hand: Hand, at: number): void;
}

export interface LoanDesk {
  readonly world: World;
  readonly ring: KeyRing;
  readonly loans: Book<'keyLoans'>;
  readonly chases: Book<'keyChases'>;
  readonly holders: Holders;
  readonly manager: Person;
  readonly incidents: {
    /** Came back broken or short. */
    returned(loan: LoanStory, kind: 'damage' | 'short', hand: Hand, at: number): void;
    /** Lost. Answers its number, and whether the borrower may yet bring the key back. */
    lost(
      loan: LoanStory,
      foundOutAt: string,
      hand: Hand,
      at: number,
    ): { serialNo: string; mayReturn: boolean };
  };
  /** A key that lay in a bag goes into a new one. */
  sealLater(key: SeedKey, at: number): void;
}
