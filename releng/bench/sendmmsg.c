/*
 * Sends packets as fast as a C program can through a raw socket: the yardstick of releng/bench/run ceiling.
 *
 *   sendmmsg FILE COUNT
 *
 * FILE holds IPv4 packets, each behind its length in two bytes, the higher one first. They are sent in turn, 64 with one call of
 * sendmmsg(2), until COUNT were sent. Prints the nanoseconds that this took.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

enum { BATCH = 64, MOST_PACKETS = 1 << 16, MOST_BYTES = 1 << 26, DESTINATION = 16, SHORTEST = 20 };

static unsigned char bytes[MOST_BYTES];
static struct mmsghdr messages[MOST_PACKETS];
static struct iovec parts[MOST_PACKETS];
static struct sockaddr_in addresses[MOST_PACKETS];

static void die(const char *what)
{
    fprintf(stderr, "sendmmsg: %s: %s\n", what, strerror(errno));
    exit(5);
}

static int read_packets(const char *name)
{
    FILE *file = fopen(name, "rb");
    if (!file)
        die(name);
    size_t end = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    int count = 0;
    for (size_t at = 0; at + 2 <= end && count < MOST_PACKETS;) {
        size_t length = (size_t) bytes[at] << 8 | bytes[at + 1];
        unsigned char *packet = bytes + at + 2;
        if (length < SHORTEST || at + 2 + length > end) {
            errno = EINVAL;
            die(name);
        }
        addresses[count].sin_family = AF_INET;
        memcpy(&addresses[count].sin_addr, packet + DESTINATION, 4);
        parts[count].iov_base = packet;
        parts[count].iov_len = length;
        messages[count].msg_hdr.msg_name = &addresses[count];
        messages[count].msg_hdr.msg_namelen = sizeof addresses[count];
        messages[count].msg_hdr.msg_iov = &parts[count];
        messages[count].msg_hdr.msg_iovlen = 1;
        count++;
        at += 2 + length;
    }
    return count;
}

static long long nanos(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: sendmmsg FILE COUNT\n");
        return 2;
    }
    int packets = read_packets(argv[1]);
    long count = atol(argv[2]);
    if (packets == 0 || count <= 0) {
        fprintf(stderr, "sendmmsg: nothing to send\n");
        return 2;
    }
    int fd = socket(AF_INET, SOCK_RAW, IPPROTO_RAW);
    int one = 1;
    if (fd < 0 || setsockopt(fd, IPPROTO_IP, IP_HDRINCL, &one, sizeof one) < 0)
        die("raw socket");
    long long start = nanos();
    int next = 0;
    for (long left = count; left > 0;) {
        int most = packets - next < BATCH ? packets - next : BATCH;
        int sent = sendmmsg(fd, messages + next, left < most ? (int) left : most, MSG_DONTWAIT);
        if (sent < 0) {
            struct pollfd ready = { fd, POLLOUT, 0 };
            if (errno != EAGAIN && errno != ENOBUFS && errno != EINTR)
                die("send");
            poll(&ready, 1, 1000);
            continue;
        }
        left -= sent;
        next = (next + sent) % packets;
    }
    printf("%lld\n", nanos() - start);
    return 0;
}
