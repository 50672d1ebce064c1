import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentSlots } from '../../../../preload/contract/documents.ts';
import { editableAfter } from '../../../../preload/contract/judge/editable.ts';
import { readRefusal } from '../../../../preload/contract/judge/refusal.ts';
import { refusalPointSchema, type RefusalCause } from '../../../../preload/contract/preflight.ts';

const identity = ['identity', 'identity_back'];

describe('a refusal in the provider\u2019s words', () => {
  it.each<readonly [string, RefusalCause, readonly string[]]>([
    ['Front image is cropped', 'crop', ['identity']], ['ID document is blurry', 'blur', identity], ['The image is not clear', 'blur', documentSlots], ['Unable to read the document number', 'blur', identity],
    ['Glare on the back of the card', 'glare', ['identity_back']], ['Photo is too dark', 'dark', documentSlots], ['A finger covers part of the passport', 'covered', ['identity']],
    ['Photocopies are not accepted', 'copy', identity], ['Please upload the original document', 'copy', identity], ['National ID is not accepted', 'wrong-type', identity], ['Wrong document type', 'wrong-type', identity],
    ['Document was issued by another country', 'wrong-country', identity], ['Passport has expired', 'expired', ['identity']], ['Name mismatch', 'name', identity], ['The name on the passport does not match the profile', 'name', ['identity']],
    ['Date of birth does not match', 'birth', identity], ['ID number does not match our records', 'number', identity], ['Selfie is blurry', 'blur', ['liveness_check']], ['Utility bill is cut off', 'crop', ['proof_of_address']], ['Face not visible in liveness check', 'face', ['liveness_check']],
    ['Back of the licence is missing', 'back', ['identity_back']], ['Proof of address is older than 3 months', 'address', ['proof_of_address']], ['Utility bill expired', 'address', ['proof_of_address']],
    ['Rejected by compliance', 'unknown', documentSlots],
  ])('%s: %s', (text, cause, slots) => {
    const points = readRefusal(text);
    expect(points.map((point) => point.cause)).toContain(cause);
    expect(points.find((point) => point.cause === cause)?.slots).toEqual([...slots]);
  });

  it.each([
    ['Front image is cropped. Selfie is blurry.'], ['Front image is cropped; Selfie is blurry'], ['- Front image is cropped\n- Selfie is blurry'], ['\u2022 Front image is cropped \u2022 Selfie is blurry'],
    ['1. Front image is cropped 2. Selfie is blurry'], ['Front image is cropped - Selfie is blurry'], ['["Front image is cropped","Selfie is blurry"]'], ['Front image is cropped | Selfie is blurry'],
  ])('is parted into its points: %j', (comment) => {
    expect(readRefusal(comment).map(({ text, cause }) => [text.replace(/\.$/, ''), cause])).toEqual([['Front image is cropped', 'crop'], ['Selfie is blurry', 'blur']]);
  });

  it('keeps the words of a point that means two things, and takes both', () => {
    expect(readRefusal('Image is blurry and has glare').map(({ cause }) => cause)).toEqual(['blur', 'glare']);
  });

  it('gives no points for no words', () => { for (const nothing of [null, '', ' \n- ', '[]', '["not closed']) expect(readRefusal(nothing).filter(({ cause }) => cause !== 'unknown')).toEqual([]); });

  it('reads any words without a slip', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (comment) => {
      for (const point of readRefusal(comment)) {
        expect(refusalPointSchema.safeParse(point).success).toBe(true);
        expect(point.slots.length).toBeGreaterThan(0);
      }
    }));
  });

  it('reads long comments quickly', () => {
    const started = performance.now();
    readRefusal('not '.repeat(50_000));
    readRefusal('- '.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('what may be changed after a refusal', () => {
  const after = (comment: string | null, idType: 'passport' | 'drivers_license' = 'passport') => editableAfter(readRefusal(comment), idType);

  it('is the identity slots alone after a blurred identity document', () => {
    expect(after('ID document is blurry')).toEqual({ slots: ['identity'], fields: [] });
    expect(after('ID document is blurry', 'drivers_license')).toEqual({ slots: ['identity', 'identity_back'], fields: [] });
  });

  it('is the document and the names after a name that doesn\u2019t match', () => { expect(after('Name mismatch')).toEqual({ slots: ['identity'], fields: ['firstName', 'lastName'] }); });
  it('is the document, its type and its data after a wrong type', () => {
    expect(after('National ID is not accepted')).toEqual({ slots: ['identity', 'identity_back'], fields: ['idType', 'idNumber', 'idIssueDate', 'idExpiryDate'] });
  });
  it('is the proof and the address after a wrong address', () => { expect(after('Address does not match proof of address')).toMatchObject({ slots: ['proof_of_address'], fields: ['street', 'city', 'state', 'zipCode'] }); });
  it('is the sum of several points', () => { expect(after('Selfie is blurry; Name mismatch')).toEqual({ slots: ['identity', 'liveness_check'], fields: ['firstName', 'lastName'] }); });

  it('is everything when nobody can tell', () => {
    for (const comment of [null, 'Rejected by compliance']) {
      expect(after(comment).fields).toHaveLength(15);
      expect(after(comment).slots).toContain('identity');
      expect(after(comment).slots).toContain('proof_of_address');
    }
  });
});
