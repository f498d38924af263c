/** Exact fractions of BigInts: an arithmetic of the tests' own, to check the builder's by. */
export class Rational {
	private constructor(
		readonly numerator: bigint,
		readonly denominator: bigint,
	) {}

	/** Out of decimal text such as `-12.345`. */
	static of(text: string | number): Rational {
		const match = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(String(text));
		if (match === null) throw new Error(`no plain decimal: ${text}`);
		const [, sign = '', whole = '', fraction = ''] = match;
		const digits = BigInt(whole + fraction);
		return new Rational(sign === '-' ? -digits : digits, 10n ** BigInt(fraction.length));
	}

	plus(other: Rational): Rational {
		return new Rational(
			this.numerator * other.denominator + other.numerator * this.denominator,
			this.denominator * other.denominator,
		);
	}

	minus(other: Rational): Rational {
		return this.plus(other.times(Rational.of(-1)));
	}

	times(other: Rational): Rational {
		return new Rational(this.numerator * other.numerator, this.denominator * other.denominator);
	}

	over(other: Rational): Rational {
		return other.numerator < 0n
			? new Rational(-this.numerator * other.denominator, -other.numerator * this.denominator)
			: new Rational(this.numerator * other.denominator, other.numerator * this.denominator);
	}

	get negative(): boolean {
		return this.numerator < 0n;
	}

	/** In whole hundredths, a half moved away from zero. */
	cents(): bigint {
		const size = this.negative ? -this.numerator : this.numerator;
		// floor(x + 1/2) of the size, in hundredths
		const rounded = (size * 200n + this.denominator) / (2n * this.denominator);
		return this.negative ? -rounded : rounded;
	}
}

/** Hundredths of a number as it stands in JSON; a third decimal or an exponent is an error. */
export function wireCents(value: unknown): bigint {
	const text = JSON.stringify(value);
	const match = /^(-?)([0-9]+)(?:\.([0-9]{1,2}))?$/.exec(text ?? '');
	if (match === null) throw new Error(`not an amount with two decimals: ${text}`);
	const [, sign = '', whole = '', fraction = ''] = match;
	const cents = BigInt(whole + fraction.padEnd(2, '0'));
	return sign === '-' ? -cents : cents;
}
