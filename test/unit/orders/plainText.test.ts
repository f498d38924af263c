import { plainText } from '../../../nodes/CashIn/orders/plainText';

test.each([
	['Caf&eacute; &amp; bar', 'Café & bar'],
	['P&#228;iv&auml;k&#xe4;', 'Päiväkä'],
	['Encoded twice: &amp;ndash; and &amp;#8211;', 'Encoded twice: – and –'],
	[
		'<strong>Bold</strong><br/>and <a href="https://example.com?a=1&amp;b=2">linked</a>',
		'Bold and linked',
	],
	['&lt;span class="x"&gt;red&lt;/span&gt; chair', 'red chair'],
	['5 < 6 and 7 > 2, 5 &lt; 6', '5 < 6 and 7 > 2, 5 < 6'],
	['&lt;unknown&gt; stays', '<unknown> stays'],
	['AT&T, R&D; &unknown; &constructor;', 'AT&T, R&D; &unknown; &constructor;'],
	['a&nbsp;&nbsp;b\n\tc&shy;d', 'a b cd'],
	['office &#150; quotes &#147;x&#148;', 'office – quotes “x”'],
	['no character: &#55296; &#0; &#1114112;', 'no character:'],
	['', ''],
])('of "%s" a buyer reads "%s"', (html, text) => {
	expect(plainText(html)).toBe(text);
});

test('a name of a million angle brackets is read without waiting', () => {
	expect(plainText('<a'.repeat(500_000))).toHaveLength(1_000_000);
});
