using System.Text;
using Umbriel.Core;
using Umbriel.Formats.Text;

namespace Umbriel.Cards.DarkNews;

/// <summary>Kinds of token.</summary>
internal enum DarkNewsToken
{
    Name,
    Number,
    Text,
    Symbol,
    LineEnd,
    End,
}

/// <summary>Splits a DarkNews parameter file into tokens; inside brackets line ends do not count.</summary>
internal sealed class DarkNewsTokens
{
    private readonly string file;
    private readonly string text;
    private int position;
    private int line = 1;
    private int brackets;

    public DarkNewsTokens(string file, string text)
    {
        this.file = file;
        this.text = text;
        Next();
    }

    /// <summary>Kind of the current token.</summary>
    public DarkNewsToken Kind { get; private set; }

    /// <summary>Text of the current token; of a string without its quotes.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Line of the current token, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Whether the current token is that symbol.</summary>
    public bool Is(string symbol) => Kind == DarkNewsToken.Symbol && Text == symbol;

    /// <summary>Moves past an operator or opening parenthesis, after which an expression may go on on the next line.</summary>
    public void NextOperand()
    {
        do
        {
            Next();
        }
        while (Kind == DarkNewsToken.LineEnd);
    }

    /// <summary>Moves to the next token.</summary>
    public void Next()
    {
        SkipBlanks();
        Line = line;
        if (position >= text.Length)
        {
            Set(DarkNewsToken.End, "");
            return;
        }

        char c = text[position];
        if (c == '\n')
        {
            position++;
            line++;
            Set(DarkNewsToken.LineEnd, "");
        }
        else if (char.IsAsciiLetter(c) || c == '_')
        {
            Set(DarkNewsToken.Name, Take(static d => char.IsAsciiLetterOrDigit(d) || d == '_'));
        }
        else if (char.IsAsciiDigit(c) || c == '.')
        {
            Set(DarkNewsToken.Number, Number());
        }
        else if (c is '"' or '\'')
        {
            Set(DarkNewsToken.Text, Quoted(c));
        }
        else
        {
            position++;
            brackets += c switch
            {
                '(' or '[' => 1,
                ')' or ']' => -1,
                _ => 0,
            };
            Set(DarkNewsToken.Symbol, c.ToString());
        }
    }

    /// <summary>The error for a token that does not belong.</summary>
    public UserErrorException Unexpected(string expected) => new($"{file}:{Line}", null, Kind switch
    {
        DarkNewsToken.LineEnd => "the end of the line",
        DarkNewsToken.End => "the end of the file",
        _ => Show.Quoted(Text),
    }, expected);

    private void Set(DarkNewsToken kind, string value) => (Kind, Text) = (kind, value);

    private void SkipBlanks()
    {
        while (position < text.Length)
        {
            char c = text[position];
            if (c == '#')
            {
                int end = text.IndexOf('\n', position);
                position = end < 0 ? text.Length : end;
            }
            else if (c == '\n' && brackets > 0)
            {
                position++;
                line++;
            }
            else if (c is ' ' or '\t' or '\r')
            {
                position++;
            }
            else
            {
                return;
            }
        }
    }

    private string Take(Predicate<char> accept)
    {
        int start = position;
        while (position < text.Length && accept(text[position]))
        {
            position++;
        }

        return text[start..position];
    }

    private string Number()
    {
        int start = position;
        Take(static c => char.IsAsciiDigit(c) || c == '.');
        if (position < text.Length && text[position] is 'e' or 'E')
        {
            int sign = position + 1 < text.Length && text[position + 1] is '+' or '-' ? 2 : 1;
            if (position + sign < text.Length && char.IsAsciiDigit(text[position + sign]))
            {
                position += sign;
                Take(char.IsAsciiDigit);
            }
        }

        return text[start..position];
    }

    private string Quoted(char quote)
    {
        StringBuilder value = new();
        for (position++; position < text.Length && text[position] is not '\n'; position++)
        {
            char c = text[position];
            if (c == quote)
            {
                position++;
                return value.ToString();
            }

            if (c == '\\' && position + 1 < text.Length && text[position + 1] is not '\n')
            {
                c = text[++position];
            }

            value.Append(c);
        }

        throw new UserErrorException($"{file}:{line}", null, "a string without its closing quote", "strings closed on the line they begin on");
    }
}
