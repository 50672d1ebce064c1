import { describe, expect, it } from 'vitest';
import { tokenDoubt, walletAddressDoubt, walletAddressProblem } from '../../../preload/contract/crypto-address.ts';

const evm = ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359', '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB', '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb'];
const tron = ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'TLa2f6VPqDgRE67v1736s7bJ8Ray5wYjU7'];

describe('a wallet address', () => {
  it.each(evm)('%s is right on every Ethereum-like network and wrong on Tron', (address) => {
    for (const network of ['BSC_MAINNET', 'ETHEREUM_MAINNET', 'MATIC_MAINNET']) expect(walletAddressProblem(address, network)).toBeNull();
    expect(walletAddressProblem(address, 'TRON_MAINNET')).toMatch(/begins with T/);
  });

  it.each(tron)('%s is right on Tron and wrong elsewhere', (address) => {
    expect(walletAddressProblem(address, 'TRON_MAINNET')).toBeNull();
    expect(walletAddressProblem(address, 'BSC_MAINNET')).toMatch(/Tron address/);
  });

  it('finds a wrong letter, and a wrong case, by the checksum', () => {
    expect(walletAddressProblem('0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAee', 'ETHEREUM_MAINNET')).toMatch(/fails its check/);
    expect(walletAddressProblem('0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'ETHEREUM_MAINNET')).toMatch(/fails its check/);
    expect(walletAddressProblem('TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u', 'TRON_MAINNET')).toMatch(/fails its check|not a Tron/);
  });

  it('asks for a second look where there is no checksum, and refuses the zero address', () => {
    const lower = (evm[0] ?? '').toLowerCase();
    expect(walletAddressProblem(lower, 'ETHEREUM_MAINNET')).toBeNull();
    expect(walletAddressDoubt(lower, 'ETHEREUM_MAINNET')).toMatch(/character by character/);
    expect(walletAddressDoubt(evm[0] ?? '', 'ETHEREUM_MAINNET')).toBeNull();
    expect(walletAddressProblem(`0x${'0'.repeat(40)}`, 'ETHEREUM_MAINNET')).toMatch(/zero address/);
  });

  it.each(['', '0x', '0x123', 'T', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj60', 'hello'])('%j is refused on every network', (address) => {
    for (const network of ['BSC_MAINNET', 'TRON_MAINNET', '']) expect(walletAddressProblem(address, network)).not.toBeNull();
  });

  it('doubts USDC on Tron only', () => {
    expect(tokenDoubt('USDC', 'TRON_MAINNET')).toMatch(/no longer issued/);
    expect(tokenDoubt('USDT', 'TRON_MAINNET')).toBeNull();
    expect(tokenDoubt('USDC', 'BSC_MAINNET')).toBeNull();
  });
});
