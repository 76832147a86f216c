using System.Text;
using System.Text.Encodings.Web;

namespace Umbriel.Figures;

/// <summary>
/// The little markup of axis titles and legends: <c>^{…}</c> raises, <c>_{…}</c> lowers, <c>*…*</c> is italic, a
/// backslash makes the next character literal. Everything else is plain Unicode, so a lone <c>_</c> or <c>^</c> is
/// itself. The same text serves gnuplot, the report and its figures.
/// </summary>
public static class MarkedText
{
    private const string RaisedFrom = "0123456789+-−=()in′";
    private const string RaisedTo = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ′";
    private const string LoweredFrom = "0123456789+-−=()";
    private const string LoweredTo = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎";

    /// <summary>Gnuplot's enhanced text, ready to stand between double quotes.</summary>
    public static string ToGnuplot(string text)
    {
        StringBuilder result = new();
        AppendGnuplot(text, 0, text.Length, result);
        return result.ToString();
    }

    /// <summary>Plain Unicode; superscripts and subscripts become Unicode ones where all their characters exist.</summary>
    public static string ToPlain(string text)
    {
        StringBuilder result = new();
        AppendPlain(text, 0, text.Length, result);
        return result.ToString();
    }

    /// <summary>HTML with i, sub and sup; everything else is escaped.</summary>
    public static string ToHtml(string text)
    {
        StringBuilder result = new();
        AppendHtml(text, 0, text.Length, result);
        return result.ToString();
    }

    /// <summary>Marked text that reads as <paramref name="plain"/>, whatever is in it: for a user's words.</summary>
    public static string Literal(string plain)
    {
        StringBuilder result = new();
        foreach (char c in plain)
        {
            result.Append(c is '\\' or '*' or '^' or '_' ? "\\" : "").Append(c);
        }

        return result.ToString();
    }

    private static void AppendHtml(string text, int start, int end, StringBuilder result)
    {
        for (int i = start; i < end; i++)
        {
            char c = text[i];
            if (c == '\\' && i + 1 < end)
            {
                result.Append(HtmlEncoder.Default.Encode(text[++i].ToString()));
            }
            else if (Script(text, i, end) is { } close)
            {
                string tag = c == '^' ? "sup" : "sub";
                result.Append('<').Append(tag).Append('>');
                AppendHtml(text, i + 2, close, result);
                result.Append("</").Append(tag).Append('>');
                i = close;
            }
            else if (Italic(text, i, end) is { } star)
            {
                result.Append("<i>");
                AppendHtml(text, i + 1, star, result);
                result.Append("</i>");
                i = star;
            }
            else
            {
                int length = char.IsHighSurrogate(c) && i + 1 < end ? 2 : 1;
                result.Append(HtmlEncoder.Default.Encode(text.Substring(i, length)));
                i += length - 1;
            }
        }
    }

    private static void AppendGnuplot(string text, int start, int end, StringBuilder result)
    {
        for (int i = start; i < end; i++)
        {
            char c = text[i];
            if (c == '\\' && i + 1 < end)
            {
                AppendLiteral(text[++i], result);
            }
            else if (Script(text, i, end) is { } close)
            {
                // A raised and a lowered script in a row stand above one another: the first takes no width.
                bool stacked = close + 1 < end && text[close + 1] is ('^' or '_') && text[close + 1] != c && Script(text, close + 1, end) is not null;
                result.Append(stacked ? "@" : "").Append(c).Append('{');
                AppendGnuplot(text, i + 2, close, result);
                result.Append('}');
                i = close;
            }
            else if (Italic(text, i, end) is { } star)
            {
                result.Append("{/:Italic ");
                AppendGnuplot(text, i + 1, star, result);
                result.Append('}');
                i = star;
            }
            else
            {
                AppendLiteral(c, result);
            }
        }
    }

    private static void AppendPlain(string text, int start, int end, StringBuilder result)
    {
        for (int i = start; i < end; i++)
        {
            char c = text[i];
            if (c == '\\' && i + 1 < end)
            {
                result.Append(text[++i]);
            }
            else if (Script(text, i, end) is { } close)
            {
                string inner = ToPlain(text[(i + 2)..close]);
                result.Append(c == '^' ? Map(inner, RaisedFrom, RaisedTo, "^") : Map(inner, LoweredFrom, LoweredTo, ""));
                i = close;
            }
            else if (Italic(text, i, end) is { } star)
            {
                AppendPlain(text, i + 1, star, result);
                i = star;
            }
            else
            {
                result.Append(c);
            }
        }
    }

    // Index of the brace that closes a script opened at i, or null where no script opens.
    private static int? Script(string text, int i, int end)
    {
        if (text[i] is not ('^' or '_') || i + 1 >= end || text[i + 1] != '{')
        {
            return null;
        }

        int depth = 0;
        for (int j = i + 1; j < end; j++)
        {
            depth += text[j] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return j;
            }
        }

        return null;
    }

    private static int? Italic(string text, int i, int end)
    {
        int star = text[i] == '*' ? text.IndexOf('*', i + 1, end - i - 1) : -1;
        return star > i + 1 ? star : null;
    }

    // Enhanced text gives these meaning; the doubled backslash survives one reading by the double-quoted string.
    private static void AppendLiteral(char c, StringBuilder result)
    {
        _ = c switch
        {
            '\\' => result.Append(@"\\\\"),
            '"' => result.Append("\\\""),
            '`' => result.Append(@"\140"), // a bare backtick would run a shell command
            '^' or '_' or '{' or '}' or '@' or '&' or '~' => result.Append(@"\\").Append(c),
            _ => result.Append(char.IsControl(c) ? ' ' : c),
        };
    }

    private static string Map(string inner, string from, string to, string fallback)
    {
        return inner.All(c => from.Contains(c)) ? string.Concat(inner.Select(c => to[from.IndexOf(c)])) : fallback + inner;
    }
}
