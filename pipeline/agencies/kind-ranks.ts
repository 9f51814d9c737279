import type { Agency } from '../model/index.js'

/**
 * Where each kind begins in the protocol order: Party, people’s congress and consultative conference, General Office, departments, SASAC,
 * bodies directly under the State Council, institutions, national bureaus, courts, military, mass organisations, enterprises and banks,
 * then local bodies.
 */
const ranks: Readonly<Record<Agency['kind'], number>> = {
  party: 1000,
  congress: 2000,
  office: 3000,
  department: 4000,
  sasac: 5000,
  'directly-under': 6000,
  institution: 8000,
  'national-bureau': 9000,
  coordinating: 9900,
  court: 10_000,
  military: 11_000,
  mass: 12_000,
  enterprise: 13_000,
  bank: 14_000,
  'local-department': 17_000,
  dispatched: 17_900,
  'local-government': 18_000,
}

/** The first place of a kind in the protocol order. */
export function rankOfKind(kind: Agency['kind']): number {
  return ranks[kind]
}

/** Behind everything that has a place: generic actors and names that nobody knows. */
export const lastRank = 19_000
