using System.Text;
using Umbriel.Core;

namespace Umbriel.Tests;

/// <summary>Mutations of a file's bytes: flipped, inserted, deleted, copied, tokens of the formats put in, truncated.</summary>
internal static class Mutation
{
    private static readonly string[] Tokens =
    [
        "nan", ".inf", "-1", "1e999", "0x10", "\"", "'", "[", "]", "{", "}", ":", ": ", "- ", "? ", "&a ", "*a", "!!str ", "<<: ", "|\n", ">-\n", "\t", "\n", "\n---\n", "...\n", "%YAML 1.1\n",
        "#", "= ", "^", "*", "/", "(", ")", ",", "True", "None", "m4", "values:", "{low: 2, high: 1}", "\\", "\"\\U00110000\"", "\"\\x\"", "\uFEFF", "\u2028", "\0", "9999999999999999999999", "1.5", "~", "null", "\nE 1 1 1\n", "\nP 1 0 11 0 0 1 1 0 1\n", "\nV -1 0 [1] @ 0 0 0 0\n", "[1,2]", " @ ", "\nU MEV MM\n", "HepMC::", "-1 ", " 2147483648 ", "\r\n",
    ];

    /// <summary>One to four mutations.</summary>
    public static byte[] Of(ref RandomStream random, byte[] text)
    {
        List<byte> bytes = [.. text];
        int edits = 1 + Pick(ref random, 4);
        for (int k = 0; k < edits && bytes.Count > 0; k++)
        {
            int at = Pick(ref random, bytes.Count);
            int length = Math.Min(1 + Pick(ref random, 40), bytes.Count - at);
            switch (Pick(ref random, 8))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << Pick(ref random, 8));
                    break;
                case 1:
                    bytes[at] = (byte)Pick(ref random, 256);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(Pick(ref random, bytes.Count), bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 5:
                    bytes.InsertRange(at, Enumerable.Repeat(bytes[at], 1 << Pick(ref random, 12)).ToArray());
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[Pick(ref random, Tokens.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>A number below <paramref name="count"/>.</summary>
    public static int Pick(ref RandomStream random, int count) => (int)(random.NextDouble() * count);
}
