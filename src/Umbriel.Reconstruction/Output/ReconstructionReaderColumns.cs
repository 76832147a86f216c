using Umbriel.Core;
using Umbriel.Detector.Cards;
using Umbriel.Detector.Simulation;
using Umbriel.Formats.Hdf5;
using Umbriel.Reconstruction.Hits;
using Umbriel.Reconstruction.Points;

namespace Umbriel.Reconstruction.Output;

/// <summary>The open columns of a reconstruction file.</summary>
internal sealed class ReconstructionReaderColumns(Hdf5Reader file, DetectorCard card) : EventFileColumns<StoredReconstruction>(file, card)
{
    public override StoredReconstruction Read(long place)
    {
        Hit[] hits = Hits(Rows(place, "hit", "/hits"));
        StoredParticle[] particles = Particles(Rows(place, "particle", "/particles"));
        return new StoredReconstruction(
            Number(place), Label(place), Vertex(place), hits, Points(Rows(place, "point", "/points"), hits, particles.Length), particles);
    }

    private SpaceVector? Vertex(long place)
    {
        if (!File.Has("/events/vertex_x"))
        {
            return null;
        }

        double[] place3 = [.. "xyz".Select(axis => Column<double>($"/events/vertex_{axis}").Read(place))];
        return Array.Exists(place3, double.IsNaN) ? null : new SpaceVector(Finite("/events/vertex_x", place3[0]), Finite("/events/vertex_y", place3[1]), Finite("/events/vertex_z", place3[2]));
    }

    private Hit[] Hits((long Start, int Count) rows)
    {
        T[] Take<T>(string name)
            where T : unmanaged => Values<T>($"/hits/{name}", rows);
        byte[] plane = Take<byte>("plane");
        (int[] wire, int[] start, int[] end, int[] multiplicity) = (Take<int>("wire"), Take<int>("start"), Take<int>("end"), Take<int>("multiplicity"));
        (double[] time, double[] charge) = (Take<double>("time"), Take<double>("charge"));
        (float[] width, float[] goodness) = (Take<float>("width"), Take<float>("goodness"));
        Hit[] hits = new Hit[rows.Count];
        for (int i = 0; i < hits.Length; i++)
        {
            if (!HasWire(plane[i], wire[i]))
            {
                throw Damaged("/hits/wire", $"wire {wire[i]} in plane {plane[i]}", "a wire of the detector card");
            }

            hits[i] = new Hit(
                plane[i], wire[i], Finite("/hits/time", time[i]), Finite("/hits/width", width[i]), Finite("/hits/charge", charge[i]),
                start[i], end[i], multiplicity[i], float.IsNaN(goodness[i]) ? null : goodness[i]);
        }

        return hits;
    }

    private StoredPoint[] Points((long Start, int Count) rows, Hit[] hits, int particles)
    {
        T[] Take<T>(string name)
            where T : unmanaged => Values<T>($"/points/{name}", rows);
        (double[] x, double[] y, double[] z, double[] charge) = (Take<double>("x"), Take<double>("y"), Take<double>("z"), Take<double>("charge"));
        (byte[] planes, byte[] inParticle) = (Take<byte>("planes"), Take<byte>("in_particle"));
        int[][] hit = [Take<int>("hit_0"), Take<int>("hit_1"), Take<int>("hit_2")];
        (int[] fragment, int[] particle) = (Take<int>("fragment"), Take<int>("particle"));
        StoredPoint[] points = new StoredPoint[rows.Count];
        for (int i = 0; i < points.Length; i++)
        {
            if (inParticle[i] != 0 && (particle[i] < 0 || particle[i] >= particles))
            {
                throw Damaged("/points/particle", $"{particle[i]}", $"one of the event's {particles} particles");
            }

            SpacePoint point = new(Finite("/points/x", x[i]), Finite("/points/y", y[i]), Finite("/points/z", z[i]), Finite("/points/charge", charge[i]), HitOf(0, i), HitOf(1, i), HitOf(2, i));
            points[i] = new StoredPoint(point, fragment[i], inParticle[i] != 0 ? particle[i] : null);
        }

        return points;

        int HitOf(int plane, int i)
        {
            if ((planes[i] & (1 << plane)) == 0)
            {
                return -1;
            }

            int index = hit[plane][i];
            return index >= 0 && index < hits.Length && hits[index].Plane == plane
                ? index
                : throw Damaged($"/points/hit_{plane}", $"{index}", $"one of the event's {hits.Length} hits, in plane {plane}");
        }
    }

    private StoredParticle[] Particles((long Start, int Count) rows)
    {
        double[] Take(string name)
        {
            double[] values = Values<double>($"/particles/{name}", rows);
            Array.ForEach(values, value => Finite($"/particles/{name}", value));
            return values;
        }

        double?[] Optional(string name) => File.Has($"/particles/{name}")
            ? [.. Values<double>($"/particles/{name}", rows).Select(value => double.IsNaN(value) ? (double?)null : Finite($"/particles/{name}", value))]
            : new double?[rows.Count];

        (double[] x, double[] y, double[] z) = (Take("start_x"), Take("start_y"), Take("start_z"));
        (double[] dx, double[] dy, double[] dz) = (Take("dx"), Take("dy"), Take("dz"));
        (double[] length, double[] charge, double[] core) = (Take("length"), Take("charge"), Take("core"));
        (double?[] score, double?[] energy) = (Optional("track_score"), Optional("energy"));
        return [.. Enumerable.Range(0, rows.Count).Select(i =>
            new StoredParticle(new SpaceVector(x[i], y[i], z[i]), new SpaceVector(dx[i], dy[i], dz[i]), length[i], charge[i], core[i], score[i], energy[i]))];
    }

    private double Finite(string name, double value) => double.IsFinite(value) ? value : throw Damaged(name, "not a finite number", "a file written by umbriel reconstruct");
}
