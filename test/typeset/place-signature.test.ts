import { describe, expect, it } from 'vitest'

import { placeSignature } from '../../pipeline/typeset/place-signature.js'

describe('placeSignature', () => {
  it('with a seal leaves four empty right of the date and centres the issuer over it', () => {
    // 2023年6月24日: 6.5 characters; 国务院: 3.
    expect(placeSignature([3], 6.5, true)).toEqual({ issuers: [5.75], date: 4 })
  })

  it('with a seal keeps a long issuer inside the type area, the date under its middle', () => {
    expect(placeSignature([20], 6.5, true)).toEqual({ issuers: [0], date: 6.75 })
  })

  it('without a seal leaves two empty right of the issuer and begins the date two right of it', () => {
    // Issuer from 16 to 26 of 28, date from 18 to 24.5.
    expect(placeSignature([10], 6.5, false)).toEqual({ issuers: [2], date: 3.5 })
  })

  it('without a seal leaves two empty right of a date that is longer, and moves the issuer', () => {
    // Date from 19.5 to 26, issuer from 17.5 to 20.5.
    expect(placeSignature([3], 6.5, false)).toEqual({ issuers: [7.5], date: 2 })
  })

  it('without a seal lets joint issuers begin one under the other', () => {
    expect(placeSignature([10, 4], 6.5, false)).toEqual({ issuers: [2, 8], date: 3.5 })
  })
})
