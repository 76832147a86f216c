namespace Umbriel.Core;

/// <summary>
/// An error the user can mend: bad card, table, file or option. The command line prints <see cref="Exception.Message"/>
/// as its one line and exits with code 2. Anything else that escapes is a bug in Umbriel.
/// </summary>
public sealed class UserErrorException : Exception
{
    /// <summary>Builds the line "file:line: key: found X; expected Y".</summary>
    /// <param name="source">File (optionally with ":line") or option that holds the problem.</param>
    /// <param name="key">Key, column or element within the source; null when the whole source is at fault.</param>
    /// <param name="found">What was found there.</param>
    /// <param name="expected">What would be accepted, and the next step where there is one.</param>
    public UserErrorException(string source, string? key, string found, string expected)
        : base(OneLine(key is null ? $"{source}: found {found}; expected {expected}" : $"{source}: {key}: found {found}; expected {expected}"))
    {
    }

    /// <summary>A problem that is best said in one sentence of its own.</summary>
    public UserErrorException(string message)
        : base(OneLine(message))
    {
    }

    /// <summary>A problem said in one sentence, with the exception that revealed it.</summary>
    public UserErrorException(string message, Exception inner)
        : base(OneLine(message), inner)
    {
    }

    private static string OneLine(string message)
    {
        Span<char> buffer = message.Length <= 600 ? message.ToCharArray() : (message[..597] + "...").ToCharArray();
        foreach (ref char c in buffer)
        {
            if (char.IsControl(c))
            {
                c = ' ';
            }
        }

        return buffer.ToString();
    }
}
