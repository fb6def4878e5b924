/** What the generators hand each other. */
import type { CollectionName } from '@shared/domain/collections';
import type { IdentifiedContentOf } from '@shared/domain/draft';
import type { Random } from './random';

/** A document without its bookkeeping, but with its id, so that others can point to it. */
export type Drafted<C extends CollectionName> = IdentifiedContentOf<C>;
export type DemoDrafts = { readonly [C in CollectionName]: readonly Drafted<C>[] };

/** Chance, ids and the day everything is seen from: handed to every generator. */
export interface DemoContext {
  readonly random: Random;
  readonly newId: () => string;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** Serial number, never the same twice: makes codes and phone numbers unique. */
  readonly serial: () => number;
}

export interface DemoTownship {
  readonly id: string;
  readonly name: string;
  /** Name without 镇, 乡, 街道. */
  readonly shortName: string;
  readonly villageIds: readonly string[];
  readonly parkIds: readonly string[];
  readonly buildingIds: readonly string[];
}
export interface DemoPlaces {
  readonly countyId: string;
  readonly countyName: string;
  readonly townships: readonly DemoTownship[];
  readonly orgUnits: readonly Drafted<'orgUnits'>[];
}

/** How well an organization works, 0–1: decides meetings, funds, documents and effects together. */
export interface DemoOrg {
  readonly org: Drafted<'partyOrgs'>;
  readonly unitIds: readonly string[];
  readonly quality: number;
  readonly foundedOn: string;
  readonly township: DemoTownship;
  /** Filled while people are made. */
  readonly memberIds: string[];
}
