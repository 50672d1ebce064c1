"""Lines as they stand in machine-readable zones (ICAO 9303 parts 4 to 6), of invented people, and lines of chance."""
ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<'
LETTERS = ALPHABET[10:36]
DIGITS = ALPHABET[:10]
STATES = ('UTO D<< GBR USA FRA NGA GHA KEN ZAF IND CHN JPN KOR BRA MEX ESP PRT ITA NLD BEL POL ROU BGR TUR EGY MAR DZA '
          'CIV SEN CMR UGA TZA RWA ETH PAK BGD PHL IDN VNM THA RUS UKR KAZ CAN AUS NZL IRL CHE AUT SWE NOR DNK FIN GRC HUN CZE').split()
ONSETS = 'B C CH D F G GH H J K KH L M N NG P Q R S SH T TH V W X Y Z BR DR GR KR MB ND NK OD ZH SZ'.split()
CORES = 'A E I O U AA AI AO EE EI IE OE OU UE UI YA YE'.split()
TAILS = ['', '', '', '', 'N', 'R', 'S', 'L', 'M', 'K', 'NG', 'ND', 'TZ', 'X', 'H', 'Q', 'W', 'J']


def check(text):
    total = 0
    for place, sign in enumerate(text):
        total += (0 if sign == '<' else ALPHABET.index(sign)) * (7, 3, 1)[place % 3]
    return str(total % 10)


def some(random, signs, count):
    return ''.join(signs[random.integers(len(signs))] for _ in range(count))


def pick(random, choices):
    return choices[random.integers(len(choices))]


def name(random):
    return ''.join(pick(random, ONSETS) + pick(random, CORES) + pick(random, TAILS) for _ in range(random.integers(1, 4)))


def names(random, width):
    surname = '<'.join(name(random) for _ in range(1 + (random.random() < 0.25)))
    given = '<'.join(name(random) for _ in range(random.integers(1, 4)))
    return (surname + '<<' + given)[:width].ljust(width, '<')


def date(random, first, last):
    return '%02d%02d%02d' % (random.integers(first, last) % 100, random.integers(1, 13), random.integers(1, 29))


def number(random):
    kind = random.random()
    if kind < 0.4:
        return some(random, DIGITS, 9)
    if kind < 0.7:
        return some(random, LETTERS, random.integers(1, 3)).ljust(2, '4')[:2] + some(random, DIGITS, 7)
    return some(random, LETTERS + DIGITS, random.integers(6, 10)).ljust(9, '<')


def passport(random, width=44):
    state, holder = pick(random, STATES).ljust(3, '<'), pick(random, STATES).ljust(3, '<')
    head = pick(random, ['P<', 'P<', 'P<', 'PD', 'PS', 'PN', 'V<', 'I<', 'ID', 'C<', 'AR'])
    first = head + state + names(random, width - 5)
    own, birth, expiry = number(random), date(random, 1930, 2024), date(random, 2015, 2040)
    second = own + check(own) + holder + birth + check(birth) + pick(random, 'MF<') + expiry + check(expiry)
    if width == 44:
        extra = '<' * 14 if random.random() < 0.6 else some(random, DIGITS + LETTERS, random.integers(5, 15)).ljust(14, '<')
        second += extra + ('<' if extra[0] == '<' else check(extra))
    else:
        second += '<' * 7 if random.random() < 0.6 else some(random, DIGITS + LETTERS, 7)
    body = second[:10] + second[13:20] + second[21:]
    return [first, second + check(body)]


def card(random):
    state, holder = pick(random, STATES).ljust(3, '<'), pick(random, STATES).ljust(3, '<')
    own, birth, expiry = number(random), date(random, 1930, 2024), date(random, 2015, 2040)
    extra = '<' * 15 if random.random() < 0.5 else some(random, DIGITS + LETTERS, random.integers(5, 16)).ljust(15, '<')
    first = pick(random, ['I<', 'ID', 'IR', 'AR', 'C<', 'IP', 'AC']) + state + own + check(own) + extra
    second = birth + check(birth) + pick(random, 'MF<') + expiry + check(expiry) + holder + '<' * 11
    second += check(first[5:30] + second[0:7] + second[8:15] + second[18:29])
    return [first, second, names(random, 30)]


def chance(random):
    length = random.integers(20, 45)
    text = some(random, ALPHABET, length)
    if random.random() < 0.4:
        start, run = random.integers(length), random.integers(2, 20)
        text = text[:start] + '<' * run + text[start + run:]
    return text[:44]


def zone(random):
    """Two or three lines: six in ten times a whole zone, otherwise signs by chance."""
    kind = random.random()
    if kind < 0.25:
        return passport(random)
    if kind < 0.38:
        return passport(random, 36)
    if kind < 0.6:
        return card(random)
    return [chance(random) for _ in range(2)]
